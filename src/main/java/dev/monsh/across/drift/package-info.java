/** What has to agree and does not: configuration, mappings, security group, tailnet, Grafana, stack. */
@NullMarked
package dev.monsh.across.drift;

import org.jspecify.annotations.NullMarked;
