#pragma once

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// Adds what the page's address tells of the campaign (`?utm_source=…`) and the inquiry does not say yet.
void AddCampaignOfPage(const std::string& page_url, v1::Inquiry& inquiry);

}  // namespace voronka::crm
