package duka.catalog.media;

import duka.catalog.api.Pictures;
import duka.kernel.outside.Targets;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps pictures below {@code media} in the data folder. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    /** Staged below {@code run}, which no backup copies. */
    @Bean
    PictureFolder pictureFolder(@Value("${duka.data:data}") Path data) throws IOException {
        return new PictureFolder(data.resolve("media"), data.resolve("run").resolve("media"));
    }

    @Bean
    Pictures pictures(PictureFolder folder) {
        ImageIO.scanForPlugins();
        return new DiskPictures(folder, new PictureReader(Runtime.getRuntime().maxMemory()));
    }

    @Bean
    PictureFetcher remotePictures(Targets targets) {
        return new PictureFetcher(targets);
    }
}
