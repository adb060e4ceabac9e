/** Onboarding and offboarding a box: steps over all the places that have to agree about it. */
@NullMarked
package dev.monsh.across.onboard;

import org.jspecify.annotations.NullMarked;
