#pragma once

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::crm {

// The table `inquiries`.
class Inquiries {
 public:
  explicit Inquiries(rpc::Session& session) : session_(session) {}

  v1::Inquiry Insert(v1::Inquiry inquiry);
  // Throws NOT_FOUND.
  v1::Inquiry Get(int64_t id);
  v1::ListInquiriesResponse List(const v1::ListInquiriesRequest& request);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
