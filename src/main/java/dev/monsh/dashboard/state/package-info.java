/** What the dashboard knows and how the user looks at it: values only. */
@NullMarked
package dev.monsh.dashboard.state;

import org.jspecify.annotations.NullMarked;
