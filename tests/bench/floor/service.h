#pragma once

#include <functional>

#include "tests/bench/floor/fresh_ids.h"
#include "tests/bench/floor/work_queue.h"
#include "voronka/crm/v1/deal.grpc.pb.h"
#include "voronka/crm/v1/filter.grpc.pb.h"
#include "voronka/crm/v1/inquiry.grpc.pb.h"

namespace voronka::bench {

// Bare handlers: no checks, no rights.
class BareHandler {
 public:
  explicit BareHandler(const Floor& floor) : queue_(floor, fresh_ids_) {}

  grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext* context, const std::string& method,
                                   const google::protobuf::Message* request, google::protobuf::Message* response);

 private:
  FreshIds fresh_ids_;
  WorkQueue queue_;
};

class BareDealService final : public crm::v1::DealService::CallbackService {
 public:
  explicit BareDealService(BareHandler& handler) : handler_(handler) {}

  grpc::ServerUnaryReactor* MoveDeal(grpc::CallbackServerContext* context, const crm::v1::MoveDealRequest* request,
                                     crm::v1::Deal* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.DealService/MoveDeal", request, response);
  }
  grpc::ServerUnaryReactor* CanMove(grpc::CallbackServerContext* context, const crm::v1::CanMoveRequest* request,
                                    crm::v1::CanMoveResponse* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.DealService/CanMove", request, response);
  }
  grpc::ServerUnaryReactor* GetDeal(grpc::CallbackServerContext* context, const crm::v1::GetDealRequest* request,
                                    crm::v1::Deal* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.DealService/GetDeal", request, response);
  }
  grpc::ServerUnaryReactor* ListDeals(grpc::CallbackServerContext* context, const crm::v1::ListDealsRequest* request,
                                      crm::v1::ListDealsResponse* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.DealService/ListDeals", request, response);
  }

 private:
  BareHandler& handler_;
};

class BareFilterService final : public crm::v1::FilterService::CallbackService {
 public:
  explicit BareFilterService(BareHandler& handler) : handler_(handler) {}

  grpc::ServerUnaryReactor* FilterDeals(grpc::CallbackServerContext* context,
                                        const crm::v1::FilterDealsRequest* request,
                                        crm::v1::FilterDealsResponse* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.FilterService/FilterDeals", request, response);
  }

 private:
  BareHandler& handler_;
};

class BareInquiryService final : public crm::v1::InquiryService::CallbackService {
 public:
  explicit BareInquiryService(BareHandler& handler) : handler_(handler) {}

  grpc::ServerUnaryReactor* SubmitInquiry(grpc::CallbackServerContext* context,
                                          const crm::v1::SubmitInquiryRequest* request,
                                          crm::v1::Inquiry* response) override {
    return handler_.Answer(context, "/voronka.crm.v1.InquiryService/SubmitInquiry", request, response);
  }

 private:
  BareHandler& handler_;
};

}  // namespace voronka::bench
