#include "crm_service/clients/identity/phone_region.h"

#include <phonenumbers/geocoding/phonenumber_offline_geocoder.h>
#include <phonenumbers/phonenumberutil.h>
#include <unicode/locid.h>

namespace voronka::crm {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberOfflineGeocoder;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* kHome = "RU";

// Of a mobile at home, no more than the country is known.
bool IsMobileAtHome(const PhoneNumber& number) {
  const auto& util = *PhoneNumberUtil::GetInstance();
  std::string region;
  util.GetRegionCodeForNumber(number, &region);
  return region == kHome && util.GetNumberType(number) != PhoneNumberUtil::FIXED_LINE;
}

}  // namespace

std::string PhoneRegion(const std::string& phone, const std::string& locale) {
  PhoneNumber number;
  const auto problem = PhoneNumberUtil::GetInstance()->Parse(phone, kHome, &number);
  if (problem != PhoneNumberUtil::NO_PARSING_ERROR || IsMobileAtHome(number)) return "";
  static const PhoneNumberOfflineGeocoder geocoder;
  return geocoder.GetDescriptionForNumber(number, icu::Locale(locale.c_str()));
}

}  // namespace voronka::crm
