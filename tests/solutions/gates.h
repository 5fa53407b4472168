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
  // In vain, in the stage that it leaves; as many again were made before.
  int attempts = 0;
  // By the head of sales.
  bool approved = false;
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

// Items of the checklist of «Получили оплату».
inline std::string Ticked(const std::vector<std::string>& items) {
  std::string ticks;
  for (const auto& item : items) ticks += "ticks { pipeline: 'sales' stage: 'paid' item: '" + item + "' } ";
  return "checklist_ticks { " + ticks + "} ";
}

inline const std::string kMissing = "FIELD_REQUIRED";
inline const std::string kUnticked = "CHECKLIST_UNFINISHED";
inline const std::string kOfContact = "contact_id: 7 ";
inline const std::string kAmount = "amount { minor: 100 currency: 'RUB' } ";
inline const std::string kPhone = "phones: '+79161234567' ";
inline const std::string kPetr = "name: 'Пётр' ";
inline const std::vector<std::string> kItemsOfDelivery{"thanked",          "delivery_terms_told",
                                                       "assembly_checked", "ready_for_carrier_told",
                                                       "taken_by_carrier", "handed_to_carrier_told"};
inline const std::vector<std::string> kItemsOfPickUp{"thanked", "pickup_terms_told", "assembly_checked",
                                                     "ready_for_pickup_told", "handed_over"};

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

// Of the checklist of «Получили оплату», each with all the others ticked.
inline std::vector<Gate> GatesOfOrders() {
  std::vector<Gate> gates;
  struct Order {
    std::string delivery, to;
    std::vector<std::string> items;
  };
  const std::vector<Order> orders{{"delivery", "shipped", kItemsOfDelivery}, {"pickup", "received", kItemsOfPickUp}};
  for (const auto& [delivery, to, items] : orders) {
    for (const auto& item : items) {
      auto others = items;
      std::erase(others, item);
      gates.push_back({"trade_b24", "sales/paid/order_ready", "paid", to, Chosen("delivery", delivery) + Ticked(others),
                       "", kUnticked, "deal.checklist_ticks[\"" + item + "\"]"});
    }
  }
  return gates;
}

// Of «Перестал выходить на связь»: one attempt is missing, or the approval.
inline std::vector<Gate> GatesOfTheSilent() {
  std::vector<Gate> gates;
  struct Way {
    std::string rule, from;
    int attempts;
    bool approved;
    std::string reason;
  };
  for (const auto& [rule, from, attempts, approved, reason] :
       {Way{"three_attempts", "new", 2, true, "ATTEMPTS_REQUIRED"},
        Way{"three_attempts", "spam", 2, true, "ATTEMPTS_REQUIRED"},
        Way{"three_attempts", "processing", 2, true, "ATTEMPTS_REQUIRED"},
        Way{"three_attempts", "offer_made", 2, true, "ATTEMPTS_REQUIRED"},
        Way{"head_agrees", "new", 3, false, "APPROVAL_REQUIRED"},
        Way{"head_agrees", "other", 3, false, "APPROVAL_REQUIRED"},
        Way{"head_agrees", "processing", 3, false, "APPROVAL_REQUIRED"},
        Way{"head_agrees", "offer_made", 3, false, "APPROVAL_REQUIRED"},
        Way{"more_than_three_attempts", "answered", 3, false, "ATTEMPTS_REQUIRED"},
        Way{"more_than_three_attempts", "invoice_sent", 3, false, "ATTEMPTS_REQUIRED"}}) {
    gates.push_back({.solution = "trade_b24",
                     .rule = "sales/silent/" + rule,
                     .from = from,
                     .to = "silent",
                     .deal = "",
                     .contact = "",
                     .reason = reason,
                     .field = "stage",
                     .attempts = attempts,
                     .approved = approved});
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
      {"trade_b24", "sales/shipped/delivery_only", "paid", "shipped",
       qualified + kAmount + Said("subject") + picked_up + Ticked(kItemsOfPickUp), client, "NOT_FOR_THIS_DEAL",
       "stage"},
  };
  for (const std::string lost : {"not_our_portrait", "too_expensive", "other"}) {
    gates.push_back({"trade_b24", "sales/" + lost + "/why", "offer_made", lost, qualified, client, kMissing,
                     FieldOf("failure_comment")});
  }
  for (const auto& more : {GatesOfOrders(), GatesOfTheSilent()}) gates.insert(gates.end(), more.begin(), more.end());
  return gates;
}

// Of leads, each item of the second questioning with the others ticked.
inline std::vector<Gate> GatesOfLeads() {
  const auto city = Said("city");
  const auto channels = Own("channels", "choices { keys: 'phone' }");
  const auto asked = Said("payment_method") + Said("delivery");
  const std::string questions = "leads/consultation/questions_asked";
  std::vector<Gate> gates{
      {"osiris", questions, "consultation", "processing", Said("delivery"), city + channels, kMissing,
       FieldOf("payment_method")},
      {"osiris", questions, "consultation", "processing", Said("payment_method"), city + channels, kMissing,
       FieldOf("delivery")},
      {"osiris", questions, "consultation", "processing", asked, channels, kMissing, "contact.fields[\"city\"]"},
      {"osiris", questions, "consultation", "processing", asked, city, kMissing, "contact.fields[\"channels\"]"},
      {.solution = "osiris",
       .rule = "leads/processing/reminder",
       .from = "consultation",
       .to = "processing",
       .deal = asked,
       .contact = city + channels,
       .reason = "TASK_REQUIRED",
       .field = "deal_id",
       .has_open_task = false}};
  const std::vector<std::string> items{"delivery", "payment", "other"};
  for (const auto& missing : items) {
    std::string ticks;
    for (const auto& item : items) {
      if (item != missing) ticks += "ticks { pipeline: 'leads' stage: 'clarification' item: '" + item + "' } ";
    }
    gates.push_back({"osiris", "leads/clarification/asked_again", "clarification", "converted",
                     "checklist_ticks { " + ticks + "} ", "", kUnticked, "deal.checklist_ticks[\"" + missing + "\"]"});
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
      {"osiris", survey, "feedback", "won", rated, "", kMissing, FieldOf("received")},
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
  for (const auto& gates : {GatesOfWholesale(), GatesOfDealers(), GatesOfTrade(), GatesOfLeads(), GatesOfOsiris(),
                            GatesOfSchool(), GatesOfSmall()}) {
    all.insert(all.end(), gates.begin(), gates.end());
  }
  return all;
}

// A move that no rule refuses, though the deal and its contact are empty, nothing is said, no task is planned, nobody
// was tried and nobody has agreed.
struct FreeMove {
  std::string solution;
  std::string pipeline;
  std::string from;
  std::string to;
  std::string deal = "";
  // As in Gate.
  int attempts = 0;
  bool approved = false;
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
      {"trade_b24", "sales", "new", "silent", "", 3, true},
      {"trade_b24", "sales", "processing", "silent", "", 3, true},
      {"trade_b24", "sales", "offer_made", "silent", "", 3, true},
      {"trade_b24", "sales", "answered", "silent", "", 4},
      {"trade_b24", "sales", "invoice_sent", "silent", "", 4},
      {"trade_b24", "sales", "new", "too_expensive", Said("failure_comment")},
      {"trade_b24", "sales", "paid", "shipped", Chosen("delivery", "delivery") + Ticked(kItemsOfDelivery)},
      {"trade_b24", "sales", "paid", "received", Chosen("delivery", "pickup") + Ticked(kItemsOfPickUp)},
      {"trade_b24", "sales", "paid", "invoice_sent", Chosen("delivery", "delivery")},
      {"trade_b24", "sales", "paid", "other", Said("failure_comment")},
      {"osiris", "leads", "not_processed", "consultation"},
      {"osiris", "leads", "consultation", "spam"},
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
