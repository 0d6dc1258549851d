package duka.kernel.outside;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells the addresses of the public internet from those that reach the shop's own machines, its cloud or nobody. */
final class PublicAddress {

    private static final int IPV6_BYTES = 16;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (bytes[0] & 0xff) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> (bytes[0] & 0xff) < 224;
        };
    }

    /** Only 2000::/3 is given out. Of it 6to4 and Teredo carry an IPv4 address inside, and 2001:db8::/32 is for books. */
    private static boolean isPublicV6(byte[] bytes) {
        if (bytes.length != IPV6_BYTES) {
            return false;
        }
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean given = (first & 0xe000) == 0x2000;
        boolean special =
                first == 0x2002 || first == 0x3fff || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
        return given && !special;
    }
}
