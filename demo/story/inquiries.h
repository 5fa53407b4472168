#pragma once

#include "demo/story/scene.h"

namespace voronka::demo {

crm::v1::SubmitInquiryResponse Submit(Scene& scene, const crm::v1::SubmitInquiryRequest& request);

// A new client's inquiry: the number of the deal it becomes.
int64_t SubmitForNewClient(Scene& scene, const std::string& name, const std::string& text);

}  // namespace voronka::demo
