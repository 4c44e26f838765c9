/** The steps that route files name; the only package that knows Camel; the route loader and linter. */
@NullMarked
package csms.hub.route;

import org.jspecify.annotations.NullMarked;
