package dev.monsh.adapter.yaml.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What <code>${…}</code> of a Compose file stands for: the environment's value, else the one of {@code .env}. */
record Variables(Map<String, String> environment, Map<String, String> dotEnv) {

    Variables {
        environment = Map.copyOf(environment);
        dotEnv = Map.copyOf(dotEnv);
    }

    /** Returns these with others behind them. */
    Variables over(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(others);
        all.putAll(dotEnv);
        return new Variables(environment, all);
    }

    Optional<String> find(String name) {
        String set = environment.get(name);
        return Optional.ofNullable(set == null ? dotEnv.get(name) : set);
    }
}
