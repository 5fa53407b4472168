#pragma once

#include <string>

namespace voronka::crm {

// The origin of a site as those are compared, and as browsers name it: in lower case, `https://магазин.рф:443` as
// `https://xn--80aairftm.xn--p1ai`. What is none stays as it is.
std::string ComparedOrigin(const std::string& origin);

}  // namespace voronka::crm
