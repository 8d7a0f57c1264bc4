package io.holdfast.vrrp;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.base.Family;
import io.holdfast.base.IpAddress;
import io.holdfast.base.Prefix;
import io.holdfast.vrrp.AdvertPacket.ChecksumForm;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AdvertWirePropertyTest {
    private static final IpAddress GROUP6 = IpAddress.literal("ff02::12");
    private static final IpAddress GROUP = IpAddress.literal("224.0.0.18");

    @Property
    void whatIsEncodedIsDecoded(@ForAll boolean v3, @ForAll @IntRange(min = 1, max = 255) int vrid,
            @ForAll @IntRange(max = 255) int priority, @ForAll @IntRange(min = 1, max = 255) int interval,
            @ForAll int source, @ForAll @Size(max = 255) List<Integer> addresses) {
        Duration every = v3 ? Duration.ofMillis(interval * 10L) : Duration.ofSeconds(interval);
        VrrpSpec spec = Specs.vrrp().version(v3 ? VrrpVersion.V3 : VrrpVersion.V2).vrid(vrid).interval(every)
                .addresses(vips(addresses)).spec();

        AdvertPacket packet = AdvertWire.decode(
                new OutgoingAdvert(spec, IpAddress.v4(source), GROUP).next(priority, 0)).orElseThrow();

        List<IpAddress> expected = new ArrayList<>();
        addresses.forEach(bits -> expected.add(IpAddress.v4(bits)));
        assertThat(packet).isEqualTo(new AdvertPacket(
                new IpHeader(IpAddress.v4(source), GROUP, 112, 255, 1, AdvertWire.length(spec)), v3 ? 3 : 2, 1, vrid,
                priority, 0, every, expected, 0, packet.checksum(), false));
        assertThat(packet.checksum()).isNotEqualTo(ChecksumForm.WRONG);
    }

    @Property
    void whatIsEncodedForIpv6IsDecoded(@ForAll boolean v3, @ForAll @IntRange(min = 1, max = 255) int vrid,
            @ForAll @IntRange(max = 255) int priority, @ForAll long source,
            @ForAll @Size(max = 89) List<Long> addresses) {
        List<VirtualAddress> vips = new ArrayList<>();
        List<IpAddress> expected = new ArrayList<>();
        for (long low : addresses) {
            expected.add(new IpAddress(Family.IPV6, 0xfe80L << 48, low));
            vips.add(VirtualAddress.plain(Prefix.host(expected.getLast()), "eth0"));
        }
        VrrpSpec spec = Specs.v6().version(v3 ? VrrpVersion.V3 : VrrpVersion.V2).vrid(vrid).addresses(vips).spec();
        IpAddress from = new IpAddress(Family.IPV6, 0xfe80L << 48, source);
        IpHeader header = IpHeader.v6(from, GROUP6, 255, AdvertWire.length(spec));

        AdvertPacket packet = AdvertWire.decode(header, new OutgoingAdvert(spec, from, GROUP6).next(priority, 0))
                .orElseThrow();

        assertThat(packet).isEqualTo(new AdvertPacket(header, v3 ? 3 : 2, 1, vrid, priority, 0, Duration.ofSeconds(1),
                expected, 0, ChecksumForm.PSEUDO_HEADER, false));
    }

    /// The second entry for a fuzzer.
    @Property(tries = 5_000)
    void arbitraryBytesOverIpv6NeverThrow(@ForAll @Size(max = 120) byte[] bytes, @ForAll boolean likely,
            @ForAll boolean v3) {
        if (likely && bytes.length > 0) {
            bytes[0] = (byte) (v3 ? 0x31 : 0x21);
        }
        VrrpSpec spec = Specs.v6().version(v3 ? VrrpVersion.V3 : VrrpVersion.V2).spec();
        IpHeader header = IpHeader.v6(GROUP6, GROUP6, 255, bytes.length);

        Verdict verdict = new AdvertChecks(spec, SecurityAssociation.of(spec)).check(header,
                ByteBuffer.wrap(bytes), new VrrpState.Init(100), 0);

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    }

    /// The entry for a fuzzer too: whatever arrives, there is a verdict.
    @Property(tries = 5_000)
    void arbitraryBytesNeverThrow(@ForAll @Size(max = 120) byte[] bytes, @ForAll boolean likelyHeader,
            @ForAll boolean v3) {
        if (likelyHeader && bytes.length > 20) {
            bytes[0] = 0x45;
            bytes[20] = (byte) (v3 ? 0x31 : 0x21);
        }
        VrrpSpec spec = Specs.vrrp().version(v3 ? VrrpVersion.V3 : VrrpVersion.V2).spec();

        Verdict verdict = new AdvertChecks(spec, SecurityAssociation.of(spec)).check(
                ByteBuffer.wrap(bytes), new VrrpState.Init(100), 0);

        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    }

    private static List<VirtualAddress> vips(List<Integer> addresses) {
        List<VirtualAddress> vips = new ArrayList<>();
        addresses.forEach(bits -> vips.add(VirtualAddress.plain(Prefix.host(IpAddress.v4(bits)), "eth0")));
        return vips;
    }
}
