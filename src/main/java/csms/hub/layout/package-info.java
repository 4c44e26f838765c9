/** What a mapping file says: records, fields, positions, codes, totals; loading and linting it. */
@NullMarked
package csms.hub.layout;

import org.jspecify.annotations.NullMarked;
