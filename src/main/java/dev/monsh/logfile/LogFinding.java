package dev.monsh.logfile;

/**
 * One thing about a target that is wrong or worth knowing.
 *
 * @param fault whether lines are lost or mixed up by it; else it is only a note
 * @param message one clause
 */
public record LogFinding(boolean fault, String message) {

    static LogFinding fault(String message) {
        return new LogFinding(true, message);
    }

    static LogFinding note(String message) {
        return new LogFinding(false, message);
    }
}
