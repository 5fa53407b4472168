#pragma once

#include "demo/story/scene.h"

namespace voronka::demo {

crm::v1::Inquiry Submit(Scene& scene, const crm::v1::SubmitInquiryRequest& request);

// Submits a new client's inquiry; returns the id of the resulting deal.
int64_t SubmitForNewClient(Scene& scene, const std::string& name, const std::string& text);

}  // namespace voronka::demo
