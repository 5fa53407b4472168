#include "crm_service/intake/forms/site_origin.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/utf8.h"

namespace voronka::fuzz {

void Check(const std::string& input) {
  if (!IsUtf8(input)) return;
  const auto origin = crm::SiteOrigin(input);
  if (!origin) return;
  Require(origin->starts_with("http://") || origin->starts_with("https://"), "an origin has a scheme");
  Require(crm::SiteOrigin(*origin) == origin, "a normal form is its own normal form");
}

}  // namespace voronka::fuzz
