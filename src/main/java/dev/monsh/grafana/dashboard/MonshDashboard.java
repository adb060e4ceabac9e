package dev.monsh.grafana.dashboard;

import dev.monsh.grafana.StableUid;
import dev.monsh.json.JsonObject;
import java.util.List;

/** A dashboard that monsh brings. */
public sealed interface MonshDashboard {

    /** The tag that all of them carry. */
    String TAG = "monsh";

    /** The word for the dashboard of all boxes. */
    String FLEET = "fleet";

    /** Returns what a person calls it: the box's name, or {@code fleet}. */
    String name();

    /** Returns its uid: the same in every run. */
    String uid();

    /** Returns the dashboard as it is pushed, without a version. */
    JsonObject model();

    /** The processes of one box. */
    record OfBox(String name) implements MonshDashboard {

        @Override
        public String uid() {
            return StableUid.of("monsh-box", name, "");
        }

        @Override
        public JsonObject model() {
            return DashboardTemplate.read("box.json").forBox(name).with("uid", uid());
        }
    }

    /** All boxes, one row each. */
    record Fleet(List<String> boxes) implements MonshDashboard {

        public Fleet {
            boxes = List.copyOf(boxes);
        }

        @Override
        public String name() {
            return FLEET;
        }

        @Override
        public String uid() {
            return "monsh-fleet";
        }

        @Override
        public JsonObject model() {
            return DashboardTemplate.read("fleet.json").forBoxes(boxes).with("uid", uid());
        }
    }
}
