package duka.catalog.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its content; what it is called says nothing. */
enum PictureKind {
    PNG,
    JPEG,
    WEBP;

    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PNG_ENDS = {'I', 'E', 'N', 'D'};
    private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] JPEG_SCAN = {(byte) 0xff, (byte) 0xda};
    private static final byte[] JPEG_ENDS = {(byte) 0xff, (byte) 0xd9};
    private static final int RIFF_HEADER = 12;

    static Optional<PictureKind> of(byte[] content) {
        if (begins(content, PNG_BEGINS, 0)) {
            return Optional.of(PNG);
        }
        if (begins(content, JPEG_BEGINS, 0)) {
            return Optional.of(JPEG);
        }
        boolean webp =
                content.length > RIFF_HEADER && begins(content, ascii("RIFF"), 0) && begins(content, ascii("WEBP"), 8);
        return webp ? Optional.of(WEBP) : Optional.empty();
    }

    /** Whether it goes on to its end: some decoders fill up with grey what was cut off, and say nothing. */
    boolean isWhole(byte[] content) {
        return switch (this) {
            case PNG -> indexOf(content, PNG_ENDS, PNG_BEGINS.length) >= 0;
            case JPEG -> {
                int scan = indexOf(content, JPEG_SCAN, JPEG_BEGINS.length);
                yield scan >= 0 && indexOf(content, JPEG_ENDS, scan) >= 0;
            }
            case WEBP -> {
                long announced = Integer.toUnsignedLong(
                        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
                yield announced + 8 <= content.length;
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int indexOf(byte[] content, byte[] wanted, int from) {
        for (int at = from; at <= content.length - wanted.length; at++) {
            if (begins(content, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] content, byte[] wanted, int at) {
        if (content.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
