package duka.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import duka.catalog.api.Pictures.Fault;
import duka.catalog.api.Pictures.Outcome.Kept;
import duka.catalog.api.Pictures.Outcome.Refused;
import duka.catalog.media.PictureFolder.Rendition;
import duka.catalog.media.Renditions.Size;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PicturesTest {

    private static final long HEAP = 384L * 1024 * 1024;
    private static final int ANY = Integer.MAX_VALUE;

    @TempDir
    Path data;

    private PictureFolder folder;
    private DiskPictures pictures;

    @BeforeEach
    void start() throws IOException {
        folder = new PictureFolder(data.resolve("media"), data.resolve("run/media"));
        pictures = new DiskPictures(folder, new PictureReader(HEAP));
    }

    @Test
    void a_large_photograph_is_kept_in_every_width() throws IOException {
        Kept kept = keep(Drawings.jpeg(4_000, 3_000));
        assertThat(kept.key()).matches("[0-9a-f]{64}\\.jpg");
        assertThat(sizes(kept)).containsExactly("1600x1200", "1280x960", "640x480", "320x240");
        assertThat(new Size(kept.width(), kept.height())).isEqualTo(new Size(1_600, 1_200));
        for (int width : List.of(320, 640, 1_280, 1_600)) {
            BufferedImage shown = shown(kept, width);
            assertThat(shown.getWidth()).isEqualTo(width);
            assertThat(Drawings.isRed(shown, 0.25, 0.25)).isTrue();
            assertThat(Drawings.isRed(shown, 0.75, 0.25)).isFalse();
            assertThat(Drawings.isRed(shown, 0.25, 0.75)).isFalse();
        }
    }

    @Test
    void a_small_picture_is_not_made_larger() throws IOException {
        assertThat(sizes(keep(Drawings.jpeg(500, 90)))).containsExactly("500x90", "320x58");
        assertThat(sizes(keep(Drawings.png(1, 1)))).containsExactly("1x1");
        assertThat(sizes(keep(Drawings.png(2, 5_000)))).containsExactly("1x1600");
    }

    @Test
    void what_can_be_seen_through_stays_so() throws IOException {
        Kept opaque = keep(Drawings.png(700, 700));
        assertThat(opaque.key()).endsWith(".jpg");
        Kept clear = keep(Drawings.pngThatIsSeenThrough(700, 700));
        assertThat(clear.key()).endsWith(".png");
        assertThat(shown(clear, ANY).getRGB(699, 699) >>> 24).isZero();
    }

    @ParameterizedTest
    @CsvSource({"lossy, 800, 600, jpg", "lossless-alpha, 400, 500, png"})
    void webp_is_taken(String name, int width, int height, String format) throws IOException {
        Kept kept = keep(Drawings.webp(name));
        assertThat(kept).isEqualTo(new Kept(kept.key(), width, height));
        assertThat(kept.key()).endsWith(format);
        assertThat(shown(kept, 320).getWidth()).isEqualTo(320);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 300x200, 0.25, 0.25",
        "2, 300x200, 0.75, 0.25",
        "3, 300x200, 0.75, 0.75",
        "4, 300x200, 0.25, 0.75",
        "5, 200x300, 0.25, 0.25",
        "6, 200x300, 0.75, 0.25",
        "7, 200x300, 0.75, 0.75",
        "8, 200x300, 0.25, 0.75"
    })
    void a_picture_is_upright_whatever_way_the_camera_was_held(int held, String size, double redX, double redY)
            throws IOException {
        Kept kept = keep(Drawings.jpegHeld(held, 300, 200));
        assertThat(sizes(kept)).containsExactly(size);
        BufferedImage shown = shown(kept, ANY);
        for (double x : List.of(0.25, 0.75)) {
            for (double y : List.of(0.25, 0.75)) {
                assertThat(Drawings.isRed(shown, x, y)).isEqualTo(x == redX && y == redY);
            }
        }
    }

    @Test
    void where_it_was_taken_is_not_handed_out() throws IOException {
        Kept kept = keep(Drawings.jpegHeld(6, 900, 700));
        for (Rendition size : folder.of(kept.key().substring(0, 64))) {
            String bytes = Files.readString(size.file(), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Exif", "36.8219");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "RIFF....WAVEfmt ", "PNG"
            })
    void what_is_no_picture_by_its_content_is_of_no_known_kind(String content) {
        assertThat(pictures.keep(content.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Refused(Fault.UNKNOWN_KIND));
    }

    @Test
    void what_was_cut_off_is_broken() {
        Stream.of(Drawings.jpeg(900, 700), Drawings.png(900, 700), Drawings.webp("lossy"))
                .forEach(whole -> IntStream.of(13, 30, 60, whole.length / 2, whole.length - 20)
                        .forEach(length -> assertThat(pictures.keep(Arrays.copyOf(whole, length)))
                                .as("%d of %d bytes", length, whole.length)
                                .isEqualTo(new Refused(Fault.BROKEN))));
        assertThat(data.resolve("media")).doesNotExist();
    }

    @Test
    void a_kind_that_is_only_pretended_is_broken() {
        byte[] pretended = new byte[4_000];
        System.arraycopy(Drawings.png(8, 8), 0, pretended, 0, 16);
        assertThat(pictures.keep(pretended)).isEqualTo(new Refused(Fault.BROKEN));
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000", "2147483647, 2147483647", "1, 30000", "8000, 8000"})
    void a_bomb_is_not_unpacked(int width, int height) {
        assertThat(pictures.keep(Drawings.pngThatClaims(width, height))).isEqualTo(new Refused(Fault.TOO_MANY_PIXELS));
    }

    @Test
    void a_webp_is_taken_only_as_large_as_the_memory_allows() {
        DiskPictures poor = new DiskPictures(folder, new PictureReader(16L * 1024 * 1024));
        assertThat(poor.keep(Drawings.webp("lossy"))).isEqualTo(new Refused(Fault.TOO_MANY_PIXELS));
    }

    /** Whatever is in them, damaged pictures are refused or shown, and nothing else happens. */
    @Test
    void damage_is_refused_in_an_orderly_way() {
        Random dice = new Random(7);
        for (byte[] whole :
                List.of(Drawings.jpegHeld(6, 90, 70), Drawings.png(90, 70), Drawings.webp("lossless-alpha"))) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = whole.clone();
                for (int hit = 0; hit < 4; hit++) {
                    damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
                }
                assertThat(pictures.keep(damaged)).isNotNull();
            }
        }
    }

    @Test
    void the_same_bytes_are_the_same_picture_also_after_a_restart() throws IOException {
        byte[] upload = Drawings.jpeg(400, 300);
        Kept kept = keep(upload);
        assertThat(keep(upload)).isEqualTo(kept);
        Path left = Files.createDirectories(data.resolve("run/media/picture-left"));
        Files.writeString(left.resolve("upload"), "half of a picture");
        start();
        assertThat(left).doesNotExist();
        assertThat(shown(kept, 320).getWidth()).isEqualTo(320);
        assertThat(keep(upload)).isEqualTo(kept);
        assertThat(data.resolve("run/media")).isEmptyDirectory();
    }

    @Test
    void a_picture_that_two_keep_at_once_is_kept_once() throws IOException {
        byte[] upload = Drawings.jpeg(700, 300);
        List<Kept> kept = IntStream.range(0, 6)
                .parallel()
                .mapToObj(n -> (Kept) pictures.keep(upload))
                .distinct()
                .toList();
        assertThat(kept).hasSize(1);
        assertThat(data.resolve("run/media")).isEmptyDirectory();
        assertThat(sizes(kept.getFirst())).containsExactly("700x300", "640x274", "320x137");
    }

    @Test
    void a_disk_that_does_not_take_it_is_told() throws IOException {
        Files.writeString(data.resolve("media"), "in the way");
        assertThatThrownBy(() -> pictures.keep(Drawings.jpeg(40, 30))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_picture_may_be_kept_by_browsers_for_ever() throws Exception {
        Kept kept = keep(Drawings.jpeg(2_000, 1_000));
        MockMvc web =
                MockMvcBuilders.standaloneSetup(new MediaController(folder)).build();
        String address = "/api/media/" + kept.key() + "/";
        String tag = "\"" + kept.key() + "-640\"";
        byte[] shown = web.perform(get(address).param("width", "321"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("ETag", tag))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(Drawings.read(shown).getWidth()).isEqualTo(640);
        web.perform(get(address).param("width", "640").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
        web.perform(get(address)).andExpect(header().string("ETag", "\"" + kept.key() + "-1600\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "../secrets/first-admin", "%2e%2e", "..", "a.jpg", "0.svg"})
    void an_address_that_is_no_key_names_nothing(String key) throws IOException {
        Kept kept = keep(Drawings.jpeg(40, 30));
        assertThat(folder.find(key, ANY)).isEmpty();
        assertThat(folder.find(kept.key().replace(".jpg", ".png"), ANY)).isEmpty();
        assertThat(folder.find("0".repeat(64) + ".jpg", ANY)).isEmpty();
    }

    private Kept keep(byte[] upload) {
        return (Kept) pictures.keep(upload);
    }

    private List<String> sizes(Kept kept) throws IOException {
        return folder.of(kept.key().substring(0, 64)).stream()
                .map(one -> one.size().width() + "x" + one.size().height())
                .toList();
    }

    private BufferedImage shown(Kept kept, int width) throws IOException {
        return Drawings.read(folder.find(kept.key(), width).orElseThrow().file());
    }
}
