#pragma once

#include <string>
#include <vector>

namespace voronka::testing {

// A move that one rule alone refuses. Without that rule it would be allowed.
struct Gate {
  std::string solution;
  // Keys of the pipeline, of the stage that has the rule, and of the rule.
  std::string rule;
  // Keys of stages.
  std::string from;
  std::string to;
  // In protobuf text format.
  std::string deal;
  std::string contact;
  std::string reason;
  std::string field;
  std::string comment = "Поговорили.";
  bool has_open_task = true;
};

// Values of own fields.
inline std::string Own(const std::string& key, const std::string& value) {
  return "fields { key: '" + key + "' value { " + value + " } } ";
}
inline std::string Said(const std::string& key) { return Own(key, "text: 'Да'"); }
inline std::string Chosen(const std::string& key, const std::string& choice) {
  return Own(key, "choice: '" + choice + "'");
}
inline std::string Rated(const std::string& key) { return Own(key, "number: '5'"); }
inline std::string FieldOf(const std::string& key) { return "deal.fields[\"" + key + "\"]"; }

inline const std::string kMissing = "FIELD_REQUIRED";
inline const std::string kOfContact = "contact_id: 7 ";
inline const std::string kAmount = "amount { minor: 100 currency: 'RUB' } ";
inline const std::string kPhone = "phones: '+79161234567' ";
inline const std::string kPetr = "name: 'Пётр' ";

inline std::vector<Gate> GatesOfWholesale() {
  return {
      {"wholesale", "claims/accepted/claim_told", "accepted", "qualified", kOfContact, "", kMissing, FieldOf("claim")},
      {"wholesale", "claims/qualified/client_known", "qualified", "solved", Said("claim"), "", kMissing,
       "deal.contact_id"},
      // What is lost there has been looked into too.
      {"wholesale", "claims/qualified/client_known", "qualified", "not_solved", "", "", kMissing, "deal.contact_id"},
  };
}

inline std::vector<Gate> GatesOfDealers() {
  std::vector<Gate> gates;
  struct Way {
    std::string stage, from, to;
  };
  for (const auto& [stage, from, to] :
       {Way{"new_dealers/offer_sent", "first_contact", "talks"}, Way{"new_dealers/offer_sent", "contract", "won"},
        Way{"regular_clients/invoice", "order", "invoice"}}) {
    gates.push_back({"dealers", stage + "/goal_and_budget", from, to, kAmount, "", kMissing, FieldOf("goal")});
    gates.push_back({"dealers", stage + "/goal_and_budget", from, to, Said("goal"), "", kMissing, "deal.amount"});
  }
  for (const auto& [stage, from, to] :
       {Way{"new_dealers/offer_sent", "first_contact", "offer_sent"},
        Way{"new_dealers/offer_sent", "talks", "contract"}, Way{"regular_clients/invoice", "order", "payment"}}) {
    gates.push_back({.solution = "dealers",
                     .rule = stage + "/next_task",
                     .from = from,
                     .to = to,
                     .deal = kAmount + Said("goal"),
                     .contact = "",
                     .reason = "TASK_REQUIRED",
                     .field = "deal_id",
                     .has_open_task = false});
  }
  return gates;
}

inline std::vector<Gate> GatesOfTrade() {
  const auto qualified = kOfContact + Said("requirements");
  const auto client = kPetr + kPhone;
  const auto by_carrier = Chosen("delivery", "delivery");
  const auto picked_up = Chosen("delivery", "pickup");
  const std::string offer_terms = "sales/processing/offer_terms";
  const std::string reachable = "sales/processing/reachable";
  std::vector<Gate> gates{
      {"trade_b24", "sales/new/qualified", "new", "processing", Said("requirements"), client, kMissing,
       "deal.contact_id"},
      {"trade_b24", "sales/new/qualified", "new", "processing", kOfContact, client, kMissing, FieldOf("requirements")},
      {"trade_b24", offer_terms, "processing", "offer_made", qualified + Said("subject") + by_carrier, client, kMissing,
       "deal.amount"},
      {"trade_b24", offer_terms, "processing", "offer_made", qualified + kAmount + by_carrier, client, kMissing,
       FieldOf("subject")},
      // Passed by.
      {"trade_b24", offer_terms, "new", "paid", qualified + kAmount + Said("subject"), client, kMissing,
       FieldOf("delivery")},
      // Of closing stages, only the lost ones ask nothing about the client.
      {"trade_b24", reachable, "processing", "received", qualified, kPetr, kMissing, "contact.phones"},
      {"trade_b24", reachable, "processing", "offer_made", qualified + kAmount + Said("subject") + by_carrier, kPhone,
       kMissing, "contact.name"},
      {"trade_b24", "sales/shipped/delivery_only", "paid", "shipped", qualified + kAmount + Said("subject") + picked_up,
       client, "NOT_FOR_THIS_DEAL", "stage"},
  };
  for (const std::string lost : {"not_our_portrait", "too_expensive", "other"}) {
    gates.push_back({"trade_b24", "sales/" + lost + "/why", "offer_made", lost, qualified, client, kMissing,
                     FieldOf("failure_comment")});
  }
  return gates;
}

inline std::vector<Gate> GatesOfOsiris() {
  const auto city = Said("city");
  const auto channels = Own("channels", "choices { keys: 'phone' }");
  const auto asked = Said("payment_method") + Said("delivery");
  const auto received = Own("received", "yes: true");
  const auto rated = Rated("courier_work") + Rated("manager_work") + Rated("goods_quality");
  const std::string questions = "sales/payment/questions_asked";
  const std::string survey = "sales/feedback/survey";
  return {
      {"osiris", questions, "payment", "shipment", Said("delivery"), city + channels, kMissing,
       FieldOf("payment_method")},
      {"osiris", questions, "payment", "shipment", Said("payment_method"), city + channels, kMissing,
       FieldOf("delivery")},
      {"osiris", questions, "payment", "shipment", asked, channels, kMissing, "contact.fields[\"city\"]"},
      {"osiris", questions, "payment", "shipment", asked, city, kMissing, "contact.fields[\"channels\"]"},
      {"osiris", "sales/shipment/terms_and_track", "shipment", "feedback", Said("track_number"), "", kMissing,
       FieldOf("delivery_terms")},
      {"osiris", "sales/shipment/terms_and_track", "shipment", "feedback", Said("delivery_terms"), "", kMissing,
       FieldOf("track_number")},
      {"osiris", "sales/feedback/asked_if_received", "feedback", "won", rated, "", kMissing, FieldOf("received")},
      {"osiris", survey, "feedback", "won", received + Rated("manager_work") + Rated("goods_quality"), "", kMissing,
       FieldOf("courier_work")},
      {"osiris", survey, "feedback", "won", received + Rated("courier_work") + Rated("goods_quality"), "", kMissing,
       FieldOf("manager_work")},
      {"osiris", survey, "feedback", "won", received + Rated("courier_work") + Rated("manager_work"), "", kMissing,
       FieldOf("goods_quality")},
      {"osiris", "sales/won/after_all_steps", "shipment", "won",
       Said("delivery_terms") + Said("track_number") + received + rated, "", "TRANSITION_NOT_ALLOWED", "stage"},
  };
}

inline std::vector<Gate> GatesOfSchool() {
  std::vector<Gate> gates;
  struct Way {
    std::string rule, from, to;
  };
  for (const auto& [rule, from, to] : {Way{"qualification/note_of_contact", "qualification", "needs_identified"},
                                       Way{"qualification/note_of_contact", "qualification", "repeated_contact"},
                                       Way{"needs_identified/note_of_contact", "needs_identified", "invited_to_trial"},
                                       Way{"invited_to_trial/note_of_contact", "invited_to_trial", "came_to_trial"},
                                       Way{"came_to_trial/note_of_contact", "came_to_trial", "ready_to_enroll"}}) {
    gates.push_back({.solution = "school",
                     .rule = "sales/" + rule,
                     .from = from,
                     .to = to,
                     .deal = "",
                     .contact = "",
                     .reason = "COMMENT_REQUIRED",
                     .field = "comment",
                     .comment = ""});
  }
  for (const auto& [rule, from, to] : {Way{"repeated_contact/next_call", "qualification", "repeated_contact"},
                                       Way{"no_answer/next_call", "qualification", "no_answer"},
                                       Way{"needs_identified/next_task", "qualification", "needs_identified"},
                                       Way{"needs_identified/next_task", "contract_signed", "partly_paid"}}) {
    gates.push_back({.solution = "school",
                     .rule = "sales/" + rule,
                     .from = from,
                     .to = to,
                     .deal = "",
                     .contact = "",
                     .reason = "TASK_REQUIRED",
                     .field = "deal_id",
                     .has_open_task = false});
  }
  return gates;
}

inline std::vector<Gate> GatesOfSmall() {
  return {
      {"small", "repairs/talking/agreed", "talking", "repairing", kAmount, "", kMissing, FieldOf("breakage")},
      {"small", "repairs/talking/agreed", "talking", "repairing", Said("breakage"), "", kMissing, "deal.amount"},
  };
}

inline std::vector<Gate> EveryGate() {
  std::vector<Gate> all;
  for (const auto& gates :
       {GatesOfWholesale(), GatesOfDealers(), GatesOfTrade(), GatesOfOsiris(), GatesOfSchool(), GatesOfSmall()}) {
    all.insert(all.end(), gates.begin(), gates.end());
  }
  return all;
}

// A move that no rule refuses, though the deal and its contact are empty, nothing is said, and no task is planned.
struct FreeMove {
  std::string solution;
  std::string pipeline;
  std::string from;
  std::string to;
  std::string deal = "";
};

inline std::vector<FreeMove> EveryFreeMove() {
  return {
      {"wholesale", "first_sales", "new", "won"},
      {"wholesale", "claims", "accepted", "not_solved"},
      {"dealers", "new_dealers", "unsorted", "first_contact"},
      {"dealers", "new_dealers", "talks", "lost"},
      {"dealers", "regular_clients", "shipment", "won", kAmount + Said("goal")},
      {"dealers", "todo", "new", "done"},
      {"trade_b24", "sales", "new", "spam"},
      {"trade_b24", "sales", "processing", "silent"},
      {"trade_b24", "sales", "new", "too_expensive", Said("failure_comment")},
      {"trade_b24", "sales", "paid", "shipped", Chosen("delivery", "delivery")},
      {"trade_b24", "sales", "paid", "received", Chosen("delivery", "pickup")},
      {"osiris", "sales", "shipment", "lost"},
      {"osiris", "sales", "feedback", "won", Own("received", "yes: false")},
      {"school", "sales", "new", "qualification"},
      {"school", "sales", "qualification", "lost"},
      {"school", "sales", "partly_paid", "won"},
      {"school", "webinars", "registered", "missed"},
      {"school", "warming_up", "call", "handed_to_sales"},
      {"small", "repairs", "talking", "refused"},
      {"small", "repairs", "repairing", "no_answer"},
  };
}

}  // namespace voronka::testing
