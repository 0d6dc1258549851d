package duka.kernel.web.live;

import duka.identity.api.Tickets;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the rooms are. Pages of {@code duka.live.origins} may open sockets; the storefront's, if nothing is said. */
@RestController
@Hidden
class LiveController {

    private final LiveDoor dashboard;
    private final LiveDoor notifications;

    LiveController(
            LiveSockets sockets,
            Tickets tickets,
            @Value("${duka.live.origins:${duka.storefront-url:http://localhost:${duka.storefront-port:3000}}}")
                    String origins) {
        List<String> allowed = Arrays.stream(origins.split(",", -1))
                .map(origin -> origin.strip().replaceAll("/+$", ""))
                .filter(origin -> !origin.isEmpty())
                .toList();
        this.dashboard = new LiveDoor(Room.DASHBOARD, sockets, tickets, allowed);
        this.notifications = new LiveDoor(Room.NOTIFICATIONS, sockets, tickets, allowed);
    }

    @GetMapping("/ws/admin/dashboard/")
    void dashboard(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        dashboard.open(request, response);
    }

    @GetMapping("/ws/notifications/")
    void notifications(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        notifications.open(request, response);
    }
}
