// Checks of texts that stand in settings.
#include "base/code_table.hpp"

#include <provost/catalogue/duration.hpp>
#include <provost/catalogue/settings.hpp>
#include <provost/catalogue/syllabus.hpp>

namespace provost::catalogue {

namespace {

// ISO 4217:2015, active alphabetic codes of currencies and funds, in order.
constexpr std::string_view currencies =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF "
    "GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP "
    "PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
    "TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF XSU XUA YER ZAR ZMW ZWG";

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Code check_duration(std::string_view text) { return parse_duration(text) ? Code{} : "duration.malformed"_code; }

// IMC-CSV-20
Code check_currency(std::string_view text) {
    const auto at = text.size() == 3 && text.find(' ') == text.npos ? currencies.find(text) : currencies.npos;
    return at != currencies.npos && at % 4 == 0 ? Code{} : "currency.unknown"_code;
}

// IMC-WL-06
Code check_promote_stop(std::string_view text) {
    const bool right = text == "never" || (!check_offset(text) && !text.starts_with('-'));
    return right ? Code{} : "promote-stop.malformed"_code;
}

// IMC-MISC-01: subtags of one to eight letters and digits between hyphens, the first of letters only (RFC 5646).
Code check_language(std::string_view text) {
    for (bool first = true;; first = false) {
        const auto end = text.find('-');
        const auto subtag = text.substr(0, end);
        const bool right = !subtag.empty() && subtag.size() <= 8 &&
                           std::ranges::all_of(subtag, [&](char c) { return is_letter(c) || (!first && is_digit(c)); });
        if (!right || (first && subtag.size() < 2)) return "language.malformed"_code;
        if (end == text.npos) return {};
        text.remove_prefix(end + 1);
    }
}

}  // namespace provost::catalogue
