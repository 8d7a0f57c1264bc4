package io.holdfast.lab;

/// The machine would not do what a lab needs: a command failed, or a program is missing.
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabException(String message) {
        super(message);
    }

    public LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
