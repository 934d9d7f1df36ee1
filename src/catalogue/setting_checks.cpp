// Checks of texts that stand in settings.
#include "base/code_table.hpp"

#include <provost/base/text.hpp>
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
    "TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF XSU XUA YER ZAR ZMW ZWG";

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

// IMC-MISC-01
Code check_language(std::string_view text) { return is_language_tag(text) ? Code{} : "language.malformed"_code; }

}  // namespace provost::catalogue
