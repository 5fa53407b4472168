#pragma once

#include <google/protobuf/duration.pb.h>

#include <chrono>

#include "client/client.h"
#include "voronka/crm/v1/queue.pb.h"

namespace voronka::demo {

// Shortens a queue's time to take an offer, so that a round fits into a story, and restores it when the story is over.
class QuickOffers {
 public:
  // `head_of_sales` must outlive it. Throws client::CallFailed.
  QuickOffers(client::Client& head_of_sales, crm::v1::Queue queue, std::chrono::seconds take_within);
  QuickOffers(const QuickOffers&) = delete;
  QuickOffers& operator=(const QuickOffers&) = delete;
  // If it cannot restore the queue, says so on standard error, and how to do it by hand.
  ~QuickOffers();

 private:
  void SetTakeWithin(const google::protobuf::Duration& take_within);

  client::Client& head_of_sales_;
  const crm::v1::Queue before_;
};

}  // namespace voronka::demo
