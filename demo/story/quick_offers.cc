#include "demo/story/quick_offers.h"

#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/time_util.h>

#include <iostream>
#include <string>
#include <utility>

#include "demo/people/patient_call.h"

namespace voronka::demo {
namespace {

using crm::v1::GetQueueRequest;
using crm::v1::Queue;
using crm::v1::UpdateQueueRequest;
using google::protobuf::util::TimeUtil;

std::string CommandThatDoes(const UpdateQueueRequest& request) {
  std::string json;
  (void)google::protobuf::util::MessageToJsonString(request, &json);
  return fmt::format("voronka crm.QueueService.UpdateQueue --json '{}'", json);
}

}  // namespace

QuickOffers::QuickOffers(client::Client& head_of_sales, Queue queue, std::chrono::seconds take_within)
    : head_of_sales_(head_of_sales), before_(std::move(queue)) {
  SetTakeWithin(TimeUtil::SecondsToDuration(take_within.count()));
}

QuickOffers::~QuickOffers() {
  try {
    SetTakeWithin(before_.take_within());
  } catch (const std::exception& failure) {
    UpdateQueueRequest request;
    request.set_queue_id(before_.id());
    *request.mutable_queue() = before_;
    std::cerr << fmt::format("The queue still has the story's short time to take: {}\nTo put it back: {}\n",
                             failure.what(), CommandThatDoes(request));
  }
}

void QuickOffers::SetTakeWithin(const google::protobuf::Duration& take_within) {
  GetQueueRequest read;
  read.set_queue_id(before_.id());
  UpdateQueueRequest write;
  write.set_queue_id(before_.id());
  *write.mutable_queue() = head_of_sales_.Call<Queue>(read, kPatientCall);
  *write.mutable_queue()->mutable_take_within() = take_within;
  head_of_sales_.Call<Queue>(write, kPatientCall);
}

}  // namespace voronka::demo
