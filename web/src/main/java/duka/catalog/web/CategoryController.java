package duka.catalog.web;

import duka.catalog.api.CatalogQuery.Categories;
import duka.catalog.api.CatalogQuery.ListCategories;
import duka.catalog.api.CategoryId;
import duka.catalog.api.CategoryView;
import duka.kernel.api.PageRequest;
import duka.kernel.web.Answers;
import duka.kernel.web.Body;
import duka.kernel.web.Commands.Answer;
import duka.kernel.web.Etags;
import duka.kernel.web.IfMatch;
import duka.kernel.web.Mint;
import duka.kernel.web.PageOf;
import duka.kernel.web.Queries;
import duka.kernel.web.Reply;
import duka.kernel.web.Reply.Pending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shelves of the shop. */
@RestController
@RequestMapping("/api/products/categories")
@Tag(name = "Catalogue")
class CategoryController {

    private static final String BASE = "/api/products/categories/";

    private final Queries queries;
    private final CategoryEditor editor;
    private final Mint mint;

    CategoryController(Queries queries, CategoryEditor editor, Mint mint) {
        this.queries = queries;
        this.editor = editor;
        this.mint = mint;
    }

    @GetMapping("/")
    @Operation(summary = "All categories")
    PageOf<CategoryResponse> list(PageRequest page) {
        Categories found = queries.ask(new ListCategories(page), Categories.class);
        return PageOf.of(
                page,
                found.count(),
                found.results().stream().map(CategoryResponse::of).toList());
    }

    @GetMapping("/{idOrSlug}/")
    @Operation(summary = "One category, by its id or slug")
    ResponseEntity<CategoryResponse> one(@PathVariable String idOrSlug) {
        return shown(editor.existing(idOrSlug));
    }

    @PostMapping("/")
    @Operation(summary = "Add a category (admin)")
    @Answers(CategoryResponse.class)
    ResponseEntity<?> create(Body<CategoryRequest> body) {
        CategoryId id = mint.id(CategoryId::new);
        Answer<Object> answer = editor.create(id, body.read());
        return Reply.created(answer, BASE + id + "/", Pending.of(id), () -> one(id.toString()));
    }

    @PutMapping("/{idOrSlug}/")
    @Operation(summary = "Replace what is said about a category (admin)")
    @Answers(CategoryResponse.class)
    ResponseEntity<?> replace(@PathVariable String idOrSlug, Body<CategoryRequest> body, IfMatch ifMatch) {
        CategoryView category = editor.existing(idOrSlug);
        return revise(category, body.read(), ifMatch);
    }

    @PatchMapping("/{idOrSlug}/")
    @Operation(summary = "Change some of what is said about a category (admin)")
    @Answers(CategoryResponse.class)
    ResponseEntity<?> change(@PathVariable String idOrSlug, Body<CategoryRequest> body, IfMatch ifMatch) {
        CategoryView category = editor.existing(idOrSlug);
        return revise(category, body.over(CategoryRequest.of(category)), ifMatch);
    }

    @DeleteMapping("/{idOrSlug}/")
    @Operation(summary = "Remove an empty category (admin)")
    @Answers
    ResponseEntity<?> delete(@PathVariable String idOrSlug, IfMatch ifMatch) {
        CategoryView category = editor.existing(idOrSlug);
        Answer<Object> answer = editor.delete(category, ifMatch);
        return Reply.noContent(answer, BASE + category.id() + "/", Pending.of(category.id()));
    }

    private ResponseEntity<?> revise(CategoryView category, CategoryRequest request, IfMatch ifMatch) {
        String id = category.id().toString();
        Answer<Object> answer = editor.revise(category, request, ifMatch);
        return Reply.ok(answer, BASE + id + "/", Pending.of(id), () -> one(id));
    }

    private static ResponseEntity<CategoryResponse> shown(CategoryView category) {
        CategoryResponse response = CategoryResponse.of(category);
        return Etags.ok(category.version(), Etags.representation(response), response);
    }
}
