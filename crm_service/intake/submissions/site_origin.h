#pragma once

#include <string>

namespace voronka::crm {

// A site's origin in the form that browsers use, for comparing origins: in lower case, `https://магазин.рф:443` as
// `https://xn--80aairftm.xn--p1ai`. A text that is not an origin stays as it is.
std::string ComparedOrigin(const std::string& origin);

}  // namespace voronka::crm
