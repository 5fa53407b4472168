#pragma once

#include <span>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/company.pb.h"

namespace voronka::crm {

// The table `company_points`: phones and emails, which companies may share.
class CompanyPoints {
 public:
  explicit CompanyPoints(rpc::Session& session) : session_(session) {}

  void Add(const v1::Company& company);
  void Replace(const v1::Company& before, const v1::Company& after);
  // Fills in phones and emails.
  void ReadInto(std::span<v1::Company> companies);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
