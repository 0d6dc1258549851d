package duka.catalog.web;

import duka.kernel.Rejection;
import duka.kernel.Uuids;
import duka.kernel.web.InvalidInput;
import duka.kernel.web.Mint;
import duka.kernel.web.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Whole catalogues at once. */
@RestController
@RequestMapping("/api/products/import")
@Tag(name = "Catalogue")
class ProductImportController {

    private final ImportJobs jobs;
    private final ImportRunner runner;
    private final Mint mint;

    ProductImportController(ImportJobs jobs, ImportRunner runner, Mint mint) {
        this.jobs = jobs;
        this.runner = runner;
        this.mint = mint;
    }

    record JobResponse(String jobId) {}

    @PostMapping(path = "/", consumes = "text/csv")
    @Operation(summary = "Import products from a table, line by line (admin)")
    ResponseEntity<JobResponse> text(@RequestBody byte[] csv) {
        return begin(csv);
    }

    @PostMapping(path = "/", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import products from an uploaded table, line by line (admin)")
    ResponseEntity<JobResponse> upload(@RequestParam("file") MultipartFile file) throws IOException {
        return begin(file.getBytes());
    }

    @GetMapping("/{jobId}/")
    @Operation(summary = "How far an import is, and which lines could not be taken (admin)")
    ImportJob job(@PathVariable String jobId) {
        return Uuids.parse(jobId).flatMap(jobs::find).orElseThrow(() -> Rejection.notFound("import"));
    }

    private ResponseEntity<JobResponse> begin(byte[] csv) {
        String sheet = ProductSheet.decode(csv).replace("\u0000", "");
        ProductSheet read = ProductSheet.read(sheet);
        if (read.rows().isEmpty() && read.broken() == null) {
            throw InvalidInput.field("file", "csv_invalid", "There is no product in it.");
        }
        UUID id = mint.uuid();
        jobs.add(id, RequestContext.current().actor(), sheet, read.rows().size() + (read.broken() == null ? 0 : 1));
        runner.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/products/import/" + id + "/"))
                .body(new JobResponse(id.toString()));
    }
}
