package duka.notification.webhook;

import duka.kernel.api.DueWork;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sees to it that whoever is to be told has work that tells them. Work that is asked for in the moment in which the same
 * work ends is not written down, and would be missing from then on.
 */
class LookingAfter {

    private final EndpointTable endpoints;
    private final DeliveryTable deliveries;
    private final DueWork dueWork;

    LookingAfter(EndpointTable endpoints, DeliveryTable deliveries, DueWork dueWork) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.dueWork = dueWork;
    }

    @Scheduled(fixedDelayString = "${duka.webhooks.look-after:PT1M}", initialDelayString = "PT5S")
    void look() {
        endpoints
                .active()
                .forEach(id -> dueWork.schedule(Following.TASK, id.toString(), new Following.Work(id), Duration.ZERO));
        deliveries
                .overdue()
                .forEach(work ->
                        dueWork.schedule(Delivering.TASK, work.deliveryId().toString(), work, Duration.ZERO));
    }
}
