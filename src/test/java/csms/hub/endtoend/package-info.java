/** The whole hub as a process of its own, as partners, CSMS and power cuts meet it. */
@org.jspecify.annotations.NullMarked
package csms.hub.endtoend;
