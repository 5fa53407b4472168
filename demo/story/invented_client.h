#pragma once

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::demo {

// A client whom the account does not know yet: the phone is drawn anew, so that the story can be told many times.
class InventedClient {
 public:
  explicit InventedClient(std::string name);

  const std::string& name() const { return name_; }
  // Of the phone, without the code.
  const std::string& digits() const { return digits_; }
  // «+7 916 123-45-67».
  std::string Phone() const;
  // The same number as people also write it: «8 (916) 123-45-67».
  std::string PhoneAnotherWay() const;

  crm::v1::SubmitInquiryRequest Writes(const std::string& phone, const std::string& text) const;

 private:
  std::string name_;
  // Seven digits behind the code 916.
  std::string digits_;
};

}  // namespace voronka::demo
