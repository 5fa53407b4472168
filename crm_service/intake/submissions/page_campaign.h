#pragma once

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Adds the campaign fields from the page's address (`?utm_source=…`) that the inquiry does not have yet.
void AddCampaignOfPage(const std::string& page_url, v1::Inquiry& inquiry);

}  // namespace voronka::crm
