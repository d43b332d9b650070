bot_messages > 0
