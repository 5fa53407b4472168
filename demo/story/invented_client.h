#pragma once

#include <string>

#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::demo {

// A client whom the account does not know yet: the phone number is random, so that the story can be told many times.
class InventedClient {
 public:
  explicit InventedClient(std::string name);

  const std::string& name() const { return name_; }
  // The phone number without the country code.
  const std::string& digits() const { return digits_; }
  // «+7 916 123-45-67».
  std::string Phone() const;
  // The same number in another common notation: «8 (916) 123-45-67».
  std::string PhoneAnotherWay() const;

  crm::v1::SubmitInquiryRequest Writes(const std::string& phone, const std::string& text) const;

 private:
  std::string name_;
  // Seven digits after the area code 916.
  std::string digits_;
};

}  // namespace voronka::demo
