#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/moments.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_offer.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {

// A test account's queue distributes the first stage of this pipeline.
inline constexpr char kPipeline[] = "first_sales";
inline constexpr char kFirstStage[] = "new";
inline constexpr char kAccepted[] = "accepted";

// From the client with this number, 0 to 9,999,999. Each has a unique phone.
crm::v1::SubmitInquiryRequest InquiryOf(int client, const std::string& text = "Нужен прайс на светильники");

// On the stage `accepted`, which no queue distributes; belongs to the caller.
crm::v1::CreateDealRequest OwnDeal();

crm::v1::MoveDealRequest MoveTo(const std::string& stage, int64_t deal_id);
crm::v1::TakeOfferRequest Take(int64_t deal_id);

// How long before the due time the reminders come.
crm::v1::CreateTaskRequest TaskDue(Moment due, int64_t deal_id, const std::vector<std::chrono::seconds>& reminders);

}  // namespace voronka::testing
