/** What the dashboard knows and how a person looks at it: values only. */
@NullMarked
package dev.monsh.dashboard.state;

import org.jspecify.annotations.NullMarked;
