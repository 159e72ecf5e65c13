package org.tessera.plan;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tessera.clock.AlarmClock;

/** Notices that meetings are over, and tells whoever writes about it. Telling twice does no harm. */
@Component
class Aftermath {

    private static final Duration ROUND = Duration.ofMinutes(10);

    /** Nobody wants to hear of meetings that were over long before. */
    private static final Duration NEWS = Duration.ofHours(20);

    private final PlanStore store;
    private final Plans plans;
    private final ActionItems items;
    private final AlarmClock clock;
    private final ApplicationEventPublisher events;

    Aftermath(PlanStore store, Plans plans, ActionItems items, AlarmClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.plans = plans;
        this.items = items;
        this.clock = clock;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clock.at(
                clock.instant().plus(ROUND),
                () -> Thread.ofVirtual().name("aftermath").start(() -> {
                    try {
                        look();
                    } finally {
                        begin();
                    }
                }));
    }

    /** Tells of all meetings that were over lately. */
    void look() {
        Instant now = clock.instant();
        for (Plan plan : store.all()) {
            plan.meetings().stream()
                    .filter(meeting -> meeting.takesPlace() && isNews(plan, meeting, now))
                    .forEach(meeting -> events.publishEvent(
                            new MeetingOver(plans.picture(plan), meeting, items.openOf(plan.team()))));
        }
    }

    private static boolean isNews(Plan plan, PlannedMeeting meeting, Instant now) {
        Instant end = plan.term().instant(meeting.until());
        return !end.isAfter(now) && end.isAfter(now.minus(NEWS));
    }
}
