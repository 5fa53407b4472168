#include "demo/story/invented_client.h"

#include <fmt/format.h>

#include <random>
#include <utility>

namespace voronka::demo {
namespace {

std::string RandomDigits() {
  std::random_device random;
  return fmt::format("{:07}", std::uniform_int_distribution(1'000'000, 9'999'999)(random));
}

}  // namespace

InventedClient::InventedClient(std::string name) : name_(std::move(name)), digits_(RandomDigits()) {}

std::string InventedClient::Phone() const {
  return fmt::format("+7 916 {}-{}-{}", digits_.substr(0, 3), digits_.substr(3, 2), digits_.substr(5, 2));
}

std::string InventedClient::PhoneAnotherWay() const {
  return fmt::format("8 (916) {}-{}-{}", digits_.substr(0, 3), digits_.substr(3, 2), digits_.substr(5, 2));
}

crm::v1::SubmitInquiryRequest InventedClient::Writes(const std::string& phone, const std::string& text) const {
  crm::v1::SubmitInquiryRequest request;
  crm::v1::Inquiry& inquiry = *request.mutable_inquiry();
  inquiry.set_source(crm::v1::Inquiry::SOURCE_SITE);
  inquiry.set_source_name("Форма на главной");
  inquiry.set_client_name(name_);
  inquiry.set_phone(phone);
  inquiry.set_text(text);
  inquiry.mutable_utm()->set_source("demo");
  return request;
}

}  // namespace voronka::demo
