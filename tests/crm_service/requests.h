#pragma once

#include <google/protobuf/timestamp.pb.h>

#include <cstdint>
#include <string>

#include "voronka/crm/v1/contact.pb.h"
#include "voronka/crm/v1/deal.pb.h"
#include "voronka/crm/v1/deal_offer.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"
#include "voronka/crm/v1/pipeline.pb.h"
#include "voronka/crm/v1/task.pb.h"
#include "voronka/crm/v1/timeline.pb.h"

namespace voronka::testing {

google::protobuf::Timestamp Instant(int64_t micros);

// `sales`: new, accepted, talks, won, lost (reasons price and spam). It is the default for inquiries; `repeat` takes
// those of clients who have bought.
crm::v1::Pipeline SalesPipeline();
// The same without a pipeline for repeat inquiries, which would have to exist before.
crm::v1::Pipeline LonePipeline();
// `repeat`: new, accepted, won, lost (reason price).
crm::v1::Pipeline RepeatPipeline();
crm::v1::CreatePipelineRequest Creating(const crm::v1::Pipeline& pipeline);
crm::v1::UpdatePipelineRequest Updating(const crm::v1::Pipeline& pipeline);
crm::v1::GetPipelineRequest GettingPipeline(const std::string& pipeline);

// On the first stage of `sales`.
crm::v1::CreateDealRequest NewDeal();
crm::v1::UpdateDealRequest Renaming(int64_t deal_id, const std::string& name);
crm::v1::MoveDealRequest Moving(int64_t deal_id, const std::string& stage);
// With a comment, as to reopen a deal.
crm::v1::MoveDealRequest MovingBecause(int64_t deal_id, const std::string& stage, const std::string& comment);
crm::v1::MoveDealRequest Losing(int64_t deal_id, const std::string& reason);
crm::v1::ReassignDealRequest Reassigning(int64_t deal_id, int64_t user_id);
// Without a deadline: permanently.
crm::v1::OfferDealRequest Giving(int64_t deal_id, int64_t user_id);
crm::v1::OfferDealRequest Offering(int64_t deal_id, int64_t user_id, int64_t take_within_micros);
crm::v1::TakeOfferRequest Taking(int64_t deal_id);
crm::v1::DeclineOfferRequest Declining(int64_t deal_id);
crm::v1::ReclaimDealRequest Reclaiming(int64_t deal_id);

crm::v1::CreateContactRequest NewContact(const std::string& name, const std::string& phone = "",
                                         const std::string& email = "");
crm::v1::SubmitInquiryRequest Asking(const std::string& phone, const std::string& email = "");
// 64 KiB, from the client with this number, 0 to 8,999.
crm::v1::SubmitInquiryRequest AskingAtLength(int client);

crm::v1::CreateTaskRequest NewTask(int64_t due);
crm::v1::CompleteTaskRequest Completing(int64_t task_id);
crm::v1::RescheduleTaskRequest Rescheduling(int64_t task_id, int64_t due);
crm::v1::AddNoteRequest Noting(int64_t deal_id, const std::string& text);

}  // namespace voronka::testing
