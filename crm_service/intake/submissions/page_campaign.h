#pragma once

#include <string>

#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Both add the campaign fields that the inquiry does not have yet.

// From the page's address: `?utm_source=…`, in any case, also where a second `?`, a `;`, `&amp;` or a `#` comes before
// it, as advertising systems, copied links and pages without reloading write it.
void AddCampaignOfPage(const std::string& page_url, v1::Inquiry& inquiry);

// From the cookies that Tilda sends in the field `COOKIES`: `TILDAUTM=utm_source%3Dyandex%7C%7C%7Cutm_medium%3Dcpc`.
// Other fields have none.
void AddCampaignOfCookies(const v1::FormValue& value, v1::Inquiry& inquiry);

}  // namespace voronka::crm
