/** PostgreSQL: started if need be, and reached through pools that cannot starve each other. */
@NullMarked
package duka.server.database;

import org.jspecify.annotations.NullMarked;
