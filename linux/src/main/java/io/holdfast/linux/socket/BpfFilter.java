package io.holdfast.linux.socket;

import io.holdfast.linux.sys.Descriptor;
import io.holdfast.linux.sys.NativeMemory;
import java.util.List;

/// A classic BPF program: which packets a socket takes in.
///
/// @param instructions in order
public record BpfFilter(List<Instruction> instructions) {
    // linux/bpf_common.h and linux/filter.h
    private static final int BPF_LD = 0x00;
    private static final int BPF_JMP = 0x05;
    private static final int BPF_RET = 0x06;
    private static final int BPF_H = 0x08;
    private static final int BPF_B = 0x10;
    private static final int BPF_ABS = 0x20;
    private static final int BPF_JEQ = 0x10;
    private static final int INSTRUCTION_SIZE = 8;
    private static final int SOCK_FPROG_SIZE = 16;
    private static final int SOCK_FPROG_FILTER = 8;
    private static final int WHOLE_PACKET = 0x40000;

    /// Takes nothing, for a socket that only sends.
    public static final BpfFilter REJECT_ALL = new BpfFilter(List.of(new Instruction(BPF_RET, 0, 0, 0)));

    /// struct sock_filter.
    public record Instruction(int code, int jumpTrue, int jumpFalse, int constant) {}

    public BpfFilter {
        instructions = List.copyOf(instructions);
    }

    /// Frames whose byte at `offset` has this value and whose EtherType is this one.
    public static BpfFilter etherTypeAndByte(int etherType, int offset, int value) {
        return new BpfFilter(List.of(
                new Instruction(BPF_LD | BPF_H | BPF_ABS, 0, 0, 12),
                new Instruction(BPF_JMP | BPF_JEQ, 0, 3, etherType),
                new Instruction(BPF_LD | BPF_B | BPF_ABS, 0, 0, offset),
                new Instruction(BPF_JMP | BPF_JEQ, 0, 1, value),
                new Instruction(BPF_RET, 0, 0, WHOLE_PACKET),
                new Instruction(BPF_RET, 0, 0, 0)));
    }

    void attachTo(Descriptor socket, String what) {
        try (NativeMemory code = NativeMemory.temporary(instructions.size() * INSTRUCTION_SIZE);
                NativeMemory program = NativeMemory.temporary(SOCK_FPROG_SIZE)) {
            for (int i = 0; i < instructions.size(); i++) {
                Instruction instruction = instructions.get(i);
                int at = i * INSTRUCTION_SIZE;
                code.bytes().putShort(at, (short) instruction.code()).put(at + 2, (byte) instruction.jumpTrue())
                        .put(at + 3, (byte) instruction.jumpFalse()).putInt(at + 4, instruction.constant());
            }
            program.bytes().putShort(0, (short) instructions.size()).putLong(SOCK_FPROG_FILTER, code.address());
            RawSocket.set(socket, SocketConstants.SOL_SOCKET, SocketConstants.SO_ATTACH_FILTER, program, what);
        }
    }
}
