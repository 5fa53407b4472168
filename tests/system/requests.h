#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/moments.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/task.pb.h"

namespace voronka::testing {

// The queue of a test account distributes the first stage of this pipeline.
inline constexpr char kPipeline[] = "first_sales";
inline constexpr char kFirstStage[] = "new";
inline constexpr char kAccepted[] = "accepted";

// Of the client with this number, 0 to 9,999,999: each has a phone of their own.
crm::v1::SubmitInquiryRequest InquiryOf(int client, const std::string& text = "Нужен прайс на светильники");

// On the stage `accepted`, which no queue distributes: the caller's.
crm::v1::CreateDealRequest OwnDeal();

crm::v1::MoveDealRequest MoveTo(const std::string& stage, int64_t deal_id);
crm::v1::TakeOfferRequest Take(int64_t deal_id);

// The reminders come so long before it is due.
crm::v1::CreateTaskRequest TaskDue(Moment due, int64_t deal_id, const std::vector<std::chrono::seconds>& reminders);

}  // namespace voronka::testing
