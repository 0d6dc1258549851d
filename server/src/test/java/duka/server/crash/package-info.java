/** That no step of a sale is without a line at which it can be made to die. */
package duka.server.crash;
