package daraja.simulator.asyncresult;

import daraja.simulator.gateway.Merchant;

/** Names as they stand in results. */
final class Parties {

    private Parties() {}

    static String customer(String msisdn) {
        return msisdn + " - WANJIKU KAMAU";
    }

    static String shop(Merchant merchant) {
        return merchant.shortcode() + " - Duka";
    }
}
